error(os.date())
