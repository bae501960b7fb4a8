"""The processes a run is made of: started, found, stopped. Nothing of the product is imported here."""
