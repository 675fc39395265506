def check(kedge, options, core, facts, verdict):
    pass
