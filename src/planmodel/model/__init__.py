"""The model: organisations, indicators, targets, the outline and the plan that holds them.

Everything is frozen and compares by value.
An object holds its children and points at everything else with a `Ref`.
"""
