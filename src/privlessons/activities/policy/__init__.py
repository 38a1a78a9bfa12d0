"""Lesson 11: the activities around policies and consent pages."""
