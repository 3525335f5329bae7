"""Variables of the environment, and the settings that hand them on."""
