"""What minutes are made of, who verifies them and what the public reads of them."""
