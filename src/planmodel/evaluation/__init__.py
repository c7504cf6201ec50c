"""Judging: named measures, declared rules, and results that explain themselves."""
