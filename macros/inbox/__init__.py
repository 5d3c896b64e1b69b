"""What comes in at the forge: issues that become entries, and contributions of others as data to report on."""
