"""Documents in and out: JSON, observation tables, plans found by what they are.

``documents`` holds the JSON, ``observations_csv`` the year's facts, ``loading`` finds and reads
plans, and ``exporting`` writes every format that is registered under ``planmodel.formats``.
Opening a document never runs code; opening a plan written in Python does.
"""
