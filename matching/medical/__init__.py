"""Which doctor people mean, as tables: names of specialities, and organs and complaints that lead to them."""
