"""Values of metrics, minerals and charts as the window shows them."""
