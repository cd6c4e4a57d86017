"""How far to trust it: on labelled sounds, on verdicts, on sounds made worse; heads of one's own."""
