"""The page «Historikk»: earlier versions of the open workshop, what differs from now, and the way back to one."""
