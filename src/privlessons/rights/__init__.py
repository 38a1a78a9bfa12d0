"""Lesson 12's tools for acting: rights by place, deadlines, letters, calendar files, a tracker."""
