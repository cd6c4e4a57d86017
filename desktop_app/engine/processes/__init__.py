"""Children that decode, listen and measure, and how they are asked."""
