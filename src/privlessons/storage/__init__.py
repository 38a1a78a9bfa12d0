"""Text at rest: a file of chats and its lock, and a secret cut into shares."""
