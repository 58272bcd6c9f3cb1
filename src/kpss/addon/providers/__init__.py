"""Organisations: municipality, region, providers, schools, churches …"""
