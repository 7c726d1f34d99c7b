"""Thousands of files of minutes: one record for each, kept in a store of Parquet parts."""
