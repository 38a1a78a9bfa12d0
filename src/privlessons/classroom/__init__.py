"""The live class board: a small web service on the teacher's machine, for lesson 07."""
