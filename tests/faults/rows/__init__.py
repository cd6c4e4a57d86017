"""The rows of the fault table: each module here has `run(quick: bool) -> Row`, and is found by being here."""
