"""Deriving one plan from another: edits, comparison, other words, and the texts beside a plan."""
