/// Which pictures a network takes, by their shape and width.
package struct PictureShape: Sendable, Equatable, Codable {
    /// The tallest and the widest, as width to height.
    package var narrowest: Ratio
    package var widest: Ratio
    /// In pixels.
    package var leastWidth: Int
    package var mostWidth: Int

    /// Width to height, in whole numbers.
    package struct Ratio: Sendable, Equatable, Codable {
        package var width: Int
        package var height: Int

        package init(_ width: Int, to height: Int) {
            self.width = width
            self.height = height
        }
    }

    package init(narrowest: Ratio, widest: Ratio, leastWidth: Int, mostWidth: Int) {
        self.narrowest = narrowest
        self.widest = widest
        self.leastWidth = leastWidth
        self.mostWidth = mostWidth
    }

    /// Whether it is taken as it is.
    package func fits(width: Int, height: Int) -> Bool {
        !needsGround(width: width, height: height) && width <= mostWidth
    }

    /// Whether scaling it down is not enough: it is too tall, too wide or too small.
    package func needsGround(width: Int, height: Int) -> Bool {
        width * narrowest.height < height * narrowest.width || width * widest.height > height * widest.width
            || width < leastWidth
    }

    package var sentence: String {
        "A picture is at most \(mostWidth) pixels wide, no taller than \(narrowest.words) and no wider than "
            + "\(widest.words). One of another shape goes out whole, on a white ground."
    }
}

extension PictureShape.Ratio {
    /// `4:5`, `1.91:1`
    package var words: String {
        height == 100 ? "\(width / 100).\(width % 100):1" : "\(width):\(height)"
    }
}
