"""The decision note on a result folder: one document, shown as HTML and as PDF, in French and in English.

    marks        numbers in a text that say which row of which file they are
    typography   spaces and quotation marks of each language
    note         the parts of a document
    folders      what a note is made from, read from a folder; nothing is simulated here
    first, second, annex   the two pages and what stands behind them, for plans
    outcome, designed      the same for a run or a comparison, and for a study
    html, pdf    how it is shown

Same folder, same bytes.
"""
