error(os.getenv "HOME")
