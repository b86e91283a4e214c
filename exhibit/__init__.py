"""What visitors get: pages, blocks, themes, reading, search, kiosk."""
