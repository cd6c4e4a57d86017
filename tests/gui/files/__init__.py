"""What goes into files and comes out of them: tags, names, lists."""
