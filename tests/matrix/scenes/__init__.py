"""What rooms add to the scene, a file for each: ``add(scene)``."""
