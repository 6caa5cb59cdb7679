import Foundation
import Pictures

/// The program that was built beside the tests.
let pictureProgram = PictureProgram(
    path: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: ".build/debug/chaperone-pictures").path)
