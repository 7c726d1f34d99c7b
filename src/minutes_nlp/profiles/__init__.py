"""Rule profiles as data: numbers, severities, which checks apply, what they rest on."""
