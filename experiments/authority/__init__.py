"""A lab's own authority: from a workbook, a table of posts or ten answers to a scenario and its plans.

    questions   the ten questions, and what each answer stands for
    places      where something stands in a file: sheet, line, column
    findings    all that is wrong in what was given, and all that was filled, both to be said
    values      what a cell says: 1 850, 12,5, 60 %
    workbook    a workbook read as data only; nothing hostile gets through
    csv_table   the same for a table in CSV
    columns     the table of a sheet: its header, its lines
    services, posts, answers, steps   what each sheet holds
    describing  all of it as one scenario and its plans
    template    a workbook to fill in
    files       scenarios, plans and what was filled, written down

Nothing here evaluates a formula, follows a link, keeps a name of a person or an identifier.
"""
