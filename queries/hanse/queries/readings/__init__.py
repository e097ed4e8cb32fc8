"""The ways in which a project is read: each answers the same questions with the same answers.

:class:`~hanse.queries.readings.reading.Reading` says what is asked; :mod:`hanse.queries.engine`
picks the one that suits a project.
"""
