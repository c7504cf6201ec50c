"""Typed models."""
