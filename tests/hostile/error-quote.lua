error('"},"ev":"closed"},{"x":"\\')
