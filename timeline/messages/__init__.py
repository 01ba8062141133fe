"""Every string people see, one module per area."""
