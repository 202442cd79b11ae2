"""What proves enough, codes that people type, and what a provider's answer must hold."""
