/// Which behaviour of the controls a decision rests on; raised whenever a control may answer otherwise than before.
package let controlsRevision = "2026.11.8"
