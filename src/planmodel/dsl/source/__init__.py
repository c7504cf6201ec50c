"""Plans written back as the code a person would have written, formatted, in one file or many.

`layout` knows how code is laid out, `strings` how words survive, `values` how each value of the
model is written, `words` and `classes` how a vocabulary becomes classes; `writing` makes one
file of a plan, `package` a folder of them, and `folders` puts it on disk, whole or not at all.
"""
