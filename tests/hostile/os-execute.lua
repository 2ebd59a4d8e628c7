os.execute("touch /tmp/drill72-was-here")
