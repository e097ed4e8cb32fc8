"""The annex of D4.1: 98 cluster organisations and their categories, which every case builds on."""
