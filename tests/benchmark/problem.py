class BenchmarkProblem(Exception):
    """Something that the person at the keyboard has to settle; the message says how."""
