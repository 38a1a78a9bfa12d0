"""What a photo and a voice note carry besides picture and sound: made here, read out, taken away."""
