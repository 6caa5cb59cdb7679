import Foundation

/// What goes through the pipe to `chaperone-pictures` and back: one line of JSON, a line feed, then bytes whose lengths the
/// line says.
package enum PictureExchange {
    /// One size that is asked for.
    package struct Size: Sendable, Equatable, Codable {
        package var name: String
        /// In pixels.
        package var longestSide: Int
        /// Of JPEG, 1 to 100.
        package var quality: Int
        /// Nil: no bound.
        package var mostBytes: Int?
        /// Nil: the picture alone.
        package var ground: Ground?

        package init(name: String, longestSide: Int, quality: Int, mostBytes: Int? = nil, ground: Ground? = nil) {
            self.ground = ground
            self.name = name
            self.longestSide = longestSide
            self.quality = quality
            self.mostBytes = mostBytes
        }
    }

    /// A white ground on which a picture is put whole, where it is narrower or wider than this, or smaller.
    package struct Ground: Sendable, Equatable, Codable {
        /// The narrowest, as width to height.
        package var narrowest: [Int]
        package var widest: [Int]
        /// In pixels.
        package var leastWidth: Int

        /// Each with a width and a height, in whole numbers above nothing.
        package init(narrowest: (width: Int, height: Int), widest: (width: Int, height: Int), leastWidth: Int) {
            self.narrowest = [narrowest.width, narrowest.height]
            self.widest = [widest.width, widest.height]
            self.leastWidth = leastWidth
        }

        /// How large it is under a picture of this size.
        package func size(under width: Int, _ height: Int) -> (width: Int, height: Int) {
            guard narrowest.count == 2, widest.count == 2, (narrowest + widest).allSatisfy({ $0 > 0 }) else {
                return (width, height)
            }
            let least = (height * narrowest[0] + narrowest[1] - 1) / narrowest[1]
            let whole = max(width, least, leastWidth)
            return (whole, max(height, (whole * widest[1] + widest[0] - 1) / widest[0]))
        }
    }

    /// The head of a request; `length` bytes of a file follow.
    package struct Request: Sendable, Codable {
        package var length: Int
        package var mostPixels: Double
        /// Of a file's bytes; asked of pictures of more than `plainPixels`, for a small drawing may be all one colour.
        package var mostPixelsOfAByte: Double
        package var plainPixels: Double
        /// Of each picture of a film.
        package var mostFilmPixels: Double
        /// That a film runs.
        package var mostSeconds: Double
        /// In bytes, of a file that is no film.
        package var mostPictureBytes: Int
        package var sizes: [Size]

        package init(
            length: Int, mostPixels: Double, mostPixelsOfAByte: Double = .infinity, plainPixels: Double = 0,
            mostFilmPixels: Double = 0, mostSeconds: Double = 0, mostPictureBytes: Int = .max, sizes: [Size]
        ) {
            self.length = length
            self.mostPixels = mostPixels
            self.mostPixelsOfAByte = mostPixelsOfAByte
            self.plainPixels = plainPixels
            self.mostFilmPixels = mostFilmPixels
            self.mostSeconds = mostSeconds
            self.mostPictureBytes = mostPictureBytes
            self.sizes = sizes
        }
    }

    /// One file of an answer, in the order of the sizes asked for.
    package struct File: Sendable, Codable {
        package var name: String
        package var width: Int
        package var height: Int
        package var length: Int

        package init(name: String, width: Int, height: Int, length: Int) {
            self.name = name
            self.width = width
            self.height = height
            self.length = length
        }
    }

    /// A film of an answer; its bytes follow those of the files.
    package struct Film: Sendable, Codable {
        package var mediaType: String
        package var milliseconds: Int
        package var length: Int

        package init(mediaType: String, milliseconds: Int, length: Int) {
            self.mediaType = mediaType
            self.milliseconds = milliseconds
            self.length = length
        }
    }

    /// The head of an answer; the bytes of its files follow.
    package struct Answer: Sendable, Codable {
        package var refused: PictureRefused?
        package var width: Int
        package var height: Int
        package var hasPosition: Bool
        /// As EXIF writes it: `2026:11:21 10:30:00`; empty when the file does not say.
        package var taken: String
        /// Sixteen hexadecimal digits.
        package var fingerprint: String
        package var files: [File]
        /// Nil: it is a picture.
        package var film: Film?

        package init(
            refused: PictureRefused? = nil, width: Int = 0, height: Int = 0, hasPosition: Bool = false,
            taken: String = "", fingerprint: String = "", files: [File] = [], film: Film? = nil
        ) {
            self.refused = refused
            self.width = width
            self.height = height
            self.hasPosition = hasPosition
            self.taken = taken
            self.fingerprint = fingerprint
            self.files = files
            self.film = film
        }
    }

    /// A head and what follows it, as they go through the pipe.
    package static func frame(_ head: some Encodable, _ parts: [[UInt8]]) throws -> [UInt8] {
        var bytes = [UInt8](try JSONEncoder().encode(head))
        bytes.append(0x0A)
        for part in parts { bytes += part }
        return bytes
    }

    /// The head of a frame, and where what follows it begins; nil when it is none.
    package static func head<Head: Decodable>(_ type: Head.Type, of bytes: [UInt8]) -> (head: Head, rest: Int)? {
        guard let end = bytes.prefix(65_536).firstIndex(of: 0x0A),
            let head = try? JSONDecoder().decode(type, from: Data(bytes[..<end]))
        else { return nil }
        return (head, end + 1)
    }
}

/// Why a file was not taken in.
package enum PictureRefused: String, Sendable, Codable, CaseIterable {
    /// No JPEG, PNG, WebP, GIF, HEIC, MP4, MOV or WebM, or a film without pictures, whatever its name says.
    case notAPicture = "not-a-picture"
    /// A picture of more bytes than `PictureProgram.mostBytes`.
    case tooManyBytes = "too-many-bytes"
    /// More than `PictureProgram.mostPixels`.
    case tooManyPixels = "too-many-pixels"
    /// More pixels than so few bytes hold of any camera's picture: `PictureProgram.mostPixelsOfAByte`.
    case unpacksTooFar = "unpacks-too-far"
    /// A film of larger pictures than `FilmBounds.mostPixels`.
    case filmTooLarge = "film-too-large"
    /// A film of more than `FilmBounds.mostSeconds`.
    case filmTooLong = "film-too-long"
    /// A film that browsers and networks would not play.
    case filmOtherCoding = "film-other-coding"
    /// It begins well and ends in the middle, or cannot be read to its end.
    case broken
}
