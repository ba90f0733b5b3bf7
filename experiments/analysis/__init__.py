"""What a study says: shares and outcomes with intervals, contrasts, sensitivity, boxes, the tipping surface.

Each file holds one method, as functions of arrays or tables, checked on cases whose answer is known. `reading` opens a
study's folder, `findings` puts the methods to it, `tables` and `words` write what came out.
"""
