"""Single lines that say what happened, is under way, or is offered."""
