return os.exit()
