"""Pages of the room: phones, the projector, the desk."""
