"""The chains of callers of an access, from the access up to what runs by itself."""
