"""Groups of exceptions, which 3.11 brought with syntax of their own."""


def caught():
    try:
        raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [TypeError(2), OSError(3, "three")])])
    except* TypeError as exc:
        kept = exc
    except* (ValueError, OSError) as exc:
        kept2 = exc
    return kept, kept2
