"""Which commands and options there are, and what help says of them: a module for each module of commands."""
