"""Who shares an existing mast, who builds one together and who builds alone."""
