"""What tests of every app share: a fixed cast and factories of rows."""
